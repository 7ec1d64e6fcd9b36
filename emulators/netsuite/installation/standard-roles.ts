import type { Role } from './installation.ts';

/**
 * Roles every account has. What each may do is the emulator's own short version: real accounts have hundreds of permissions,
 * and their administrators change them.
 */
export const standardRoles: Role[] = [
  { id: 3, key: 'ADMINISTRATOR', name: 'Administrator', center: 'BASIC', administrator: true, salesRepOnly: false, permissions: {} },
  { id: 9, key: 'SALES_MANAGER', name: 'Sales Manager', center: 'SALESCENTER', administrator: false, salesRepOnly: false, permissions: { LIST_CUSTJOB: 4, LIST_CONTACT: 4, LIST_CALL: 4, LIST_EMPLOYEE: 1, LIST_FIND: 4 } },
  { id: 10, key: 'SALES_PERSON', name: 'Sales Person', center: 'SALESCENTER', administrator: false, salesRepOnly: true, permissions: { LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CALL: 4, LIST_FIND: 4 } },
  { id: 13, key: 'SUPPORT_PERSON', name: 'Support Person', center: 'SUPPORTCENTER', administrator: false, salesRepOnly: false, permissions: { LIST_CUSTJOB: 3, LIST_CONTACT: 3, LIST_CALL: 4, LIST_FIND: 4 } },
  { id: 15, key: 'EMPLOYEE_CENTER', name: 'Employee Center', center: 'EMPLOYEE', administrator: false, salesRepOnly: false, permissions: {} },
];
