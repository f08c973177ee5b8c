export { launchBrowser } from './browsers';
export { openWorkbenchPage, startWorkbench } from './driver';
export type { HostHandle, OpenPage, PageWish, RunningWorkbench } from './driver';
