import { createRoot } from 'react-dom/client';

import type {} from './handle';
import './page.css';
import { WorkbenchPage } from './workbench-page';
import { readOptions } from './options';

const element = document.getElementById('workbench');
if (!element) throw new Error('The page has no element "workbench"');
createRoot(element).render(<WorkbenchPage options={readOptions(window.location.search)} />);
