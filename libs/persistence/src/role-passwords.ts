import { openDatabase } from './database.js';

/**
 * Gives the login roles the passwords that these addresses name. Roles are made without one by the first migration; an
 * address without a password leaves its role as it is.
 */
export const setRolePasswords = async (ownerUrl: string, loginUrls: readonly (string | undefined)[]): Promise<void> => {
  const database = await openDatabase(ownerUrl, { poolSize: 1, applicationName: 'potok-migrate' });
  try {
    for (const url of loginUrls) {
      if (url === undefined) continue;
      const { username, password } = new URL(url);
      if (password === '') continue;
      const rows: { order: string }[] = await database.query(
        `SELECT format('ALTER ROLE %I PASSWORD %L', $1::text, $2::text) AS order`,
        [username, decodeURIComponent(password)],
      );
      if (rows[0] !== undefined) await database.query(rows[0].order);
    }
  } finally {
    await database.destroy();
  }
};
