import { hash, verify } from '@node-rs/argon2';

/** OWASP's choice for argon2id (the package's default algorithm): 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** A hash of nobody's password: an unknown e-mail takes as long as a wrong password. */
const nobody = hashPassword('nobody');

export const isPassword = async (password: string, passwordHash: string | undefined): Promise<boolean> => {
  const isRight = await verify(passwordHash ?? (await nobody), password);
  return isRight && passwordHash !== undefined;
};
