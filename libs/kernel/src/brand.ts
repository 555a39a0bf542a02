declare const brand: unique symbol;

/** A string that carries what it identifies, so that ids of two nouns cannot be mixed up. At run time it is the UUID alone. */
export type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type OrganizationId = Id<'Organization'>;
export type UserId = Id<'User'>;
export type MemberId = Id<'Member'>;
