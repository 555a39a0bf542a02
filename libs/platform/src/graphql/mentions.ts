import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Does the operation ask for a field of one of these names, anywhere below the one that is being resolved? For work that only these fields need.
 * It may say yes where other types have such names: then the work is done in vain, never left out.
 */
export function mentions(info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  const asks = (selections: SelectionSetNode | undefined): boolean =>
    (selections?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return names.has(selection.name.value) || asks(selection.selectionSet);
      const inside = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return asks(inside?.selectionSet);
    });
  return info.fieldNodes.some((node) => asks(node.selectionSet));
}
