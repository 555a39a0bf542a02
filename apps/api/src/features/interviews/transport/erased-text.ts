/** What the schema says of every `textErasedAt`. */
export const TEXT_ERASED_AT = 'When its words were erased with the candidate; what was written then says so in their place.';
