export { bitrixApp } from './bitrix24/oauth/tokens.js';
export { bitrixAccount, demoBuyers, demoSeller, diadocAccount, onecAccount } from './demo.js';
export type { DemoAddress, DemoBankAccount, DemoBuyer, DemoOrganization, DemoPerson } from './demo.js';
