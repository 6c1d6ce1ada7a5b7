export { bitrixApp } from './bitrix24/oauth/tokens.js';
export { bitrixAccount, demoBuyers, demoSeller, diadocAccount, onecAccount } from './demo.js';
export type { DemoAddress, DemoBankAccount, DemoBuyer, DemoOrganization, DemoPerson } from './demo.js';
export { startSandbox, type RunningSandbox, type SandboxOrder } from './server/start-sandbox.js';
export { makeStandIns } from './stand-ins.js';
