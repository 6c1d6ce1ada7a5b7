/** Who called: names in the trail outlive the accounts. */
export type NamedActor =
  | { readonly kind: 'user'; readonly id: string; readonly name: string }
  | { readonly kind: 'token'; readonly id: string; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** Who did it, as it was at that moment. */
export type Actor =
  NamedActor | { readonly kind: 'run'; readonly id: string } | { readonly kind: 'operator'; readonly system: string };
