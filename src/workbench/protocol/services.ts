import type { CustomFunctions } from '../functions';
import { HostObject, typeName } from './host-object';
import type { PaneState } from './pane-state';

/* Objects that office.js makes by the name of their type, for itself rather than for the add-in. */

// Features of the custom-function client: 2 shortens its pause between two answers.
const enabledFeatures = [2, 4];

class CustomFunctionService extends HostObject {
  readonly [typeName] = 'CustomFunctions';

  constructor(private readonly functions: CustomFunctions) {
    super();
  }

  _SetOsfControlContainerReadyForCustomFunctions() {
    this.functions.addInReady();
  }
  _GetEnabledFeatures() {
    return enabledFeatures;
  }
  setInvocationArrayResults(rows: unknown) {
    this.functions.accept(rows);
  }
}

class AddinInternalService extends HostObject {
  readonly [typeName] = 'AddinInternalService';

  notifyActionHandlerReady() {
    // Ribbon commands arrive on an event of their own.
  }
}

/** `Office.addin.showAsTaskpane` and `hide`. */
class AppRuntimeService extends HostObject {
  readonly [typeName] = 'AppRuntimeService';

  constructor(private readonly pane: PaneState) {
    super();
  }

  getAppRuntimeState() {
    return this.pane.visibility;
  }
  setAppRuntimeState(state: unknown) {
    if (state === 'Visible' || state === 'Background' || state === 'Inactive') this.pane.ask(state);
  }
}

export const customFunctionService = 'Microsoft.ExcelServices.CustomFunctions';

export function makeService(
  type: string,
  functions: CustomFunctions,
  pane: PaneState,
): HostObject | undefined {
  if (type === customFunctionService) return new CustomFunctionService(functions);
  if (type === 'Microsoft.InternalService.AddinInternalService') return new AddinInternalService();
  if (type === 'Microsoft.AppRuntime.AppRuntimeService') return new AppRuntimeService(pane);
  return undefined;
}
