import { randomBytes } from 'node:crypto';
import type { WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import type { GostCurve } from './gost-curves.js';
import { fromBigEndian, fromLittleEndian, toBigEndian } from './integers.js';

export type GostPoint = WeierstrassPoint<bigint>;

/** Random in 1…q−1; 128 surplus bits leave no bias. */
export const randomScalar = ({ keySize, order }: GostCurve): bigint =>
  (fromBigEndian(randomBytes(keySize / 8 + 16)) % (order - 1n)) + 1n;

/** The value of GOST R 34.10-2012 over a digest: s‖r, big-endian, as CMS and X.509 carry it. */
export const signDigest = (curve: GostCurve, secret: bigint, digest: Uint8Array): Uint8Array => {
  const { order, keySize } = curve;
  const e = fromLittleEndian(digest) % order || 1n;
  for (;;) {
    const k = randomScalar(curve);
    const r = curve.points().BASE.multiply(k).toAffine().x % order;
    const s = (r * secret + k * e) % order;
    if (r !== 0n && s !== 0n) {
      return Uint8Array.from([...toBigEndian(s, keySize / 8), ...toBigEndian(r, keySize / 8)]);
    }
  }
};

/** Whether the value is of this point's key over this digest. `point` must have been checked by `pointOf`. */
export const isSignatureOf = (
  { curve, point }: { readonly curve: GostCurve; readonly point: GostPoint },
  digest: Uint8Array,
  value: Uint8Array,
): boolean => {
  const { order, keySize } = curve;
  const sizeBytes = keySize / 8;
  if (value.length !== 2 * sizeBytes || digest.length !== sizeBytes) return false;
  const s = fromBigEndian(value.subarray(0, sizeBytes));
  const r = fromBigEndian(value.subarray(sizeBytes));
  if (r === 0n || s === 0n || r >= order || s >= order) return false;
  const points = curve.points();
  const v = points.Fn.inv(fromLittleEndian(digest) % order || 1n);
  const c = points.BASE.mulAddUnsafe((s * v) % order, point, ((order - r) * v) % order);
  return !c.is0() && c.toAffine().x % order === r;
};

/** The point of a public key; undefined when it is not on the curve or not in its subgroup. */
export const pointOf = (
  curve: GostCurve,
  { x, y }: { readonly x: bigint; readonly y: bigint },
): GostPoint | undefined => {
  try {
    const point = curve.points().fromAffine({ x, y });
    point.assertValidity();
    return curve.cofactor === 1n || point.isTorsionFree() ? point : undefined;
  } catch {
    return undefined;
  }
};
