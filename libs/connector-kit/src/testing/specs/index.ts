export { describeCrmGateway, type CrmWorld, type DealSeed } from './crm-gateway.js';
export { describeOperatorGateway, type OperatorWorld } from './operator-gateway.js';
export { describeAccountingGateway, type AccountingWorld } from './accounting-gateway.js';
