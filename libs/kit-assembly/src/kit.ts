/** The bare arrangement of a kit, as a person may change it by hand: which questions stand in which round, in which order. */
export interface KitLayout {
  readonly rounds: readonly { readonly items: readonly KitPlace[] }[];
}

export interface KitPlace {
  readonly questionId: string;
  /** Which slot of its round the question fills, counted from 0; where it is left out, one that fits is found. */
  readonly slot?: number;
}

export interface KitItem extends KitPlace {
  readonly plannedMinutes: number;
}

export interface KitRound {
  readonly name: string;
  /** In the order of the slots, else from warm-up to hard. */
  readonly items: readonly KitItem[];
}

/** A kit that satisfies every hard wish, with the proof of how good it is. */
export interface AssembledKit {
  readonly rounds: readonly KitRound[];
  /** Points; compare only with kits of the same blueprint and priorities. */
  readonly objective: number;
  /** No kit at all can have more points than this. */
  readonly bound: number;
  /** |bound - objective| / max(1, |objective|); 0 means proven best. */
  readonly gap: number;
  /** Wall-clock seconds of solving, or null where the caller measured none. */
  readonly seconds: number | null;
}
