export { launchBrowser } from './browsers';
export { startWorkbench } from './driver';
export type { HostHandle, OpenPage, PageWish, RunningWorkbench } from './driver';
