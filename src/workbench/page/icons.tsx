import {
  Add20Regular,
  ArrowDownload20Regular,
  DarkTheme20Regular,
  Dismiss16Regular,
  DocumentTable20Regular,
  FolderOpen20Regular,
  PanelRight20Regular,
} from '@fluentui/react-icons';

export {
  Add20Regular as NewIcon,
  ArrowDownload20Regular as SaveIcon,
  DarkTheme20Regular as ThemeIcon,
  Dismiss16Regular as DismissIcon,
  DocumentTable20Regular as SampleIcon,
  FolderOpen20Regular as OpenIcon,
  PanelRight20Regular as PaneIcon,
};
