/** `__Host-` ties the cookie to the host and to https; over plain http on one's own machine browsers refuse such cookies. */
export const sessionCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith('https:');
  return {
    name: isSecure ? '__Host-potok' : 'potok',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const,
  };
};
