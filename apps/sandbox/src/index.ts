export { bitrixAccount, demoBuyers, demoSeller, diadocAccount, onecAccount } from './demo.js';
export type { DemoAddress, DemoBankAccount, DemoBuyer, DemoOrganization, DemoPerson } from './demo.js';
