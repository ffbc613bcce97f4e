/** What is kept of an element: its name, its attributes as they stand in the source, and its links. */
export interface PageElement {
  name: string;
  /** The attributes' source text; see readAttribute. */
  attributes: string;
  namespace: string;
  line: number;
  parent: PageElement | null;
  previous: PageNode | null;
  next: PageNode | null;
  first: PageNode | null;
  last: PageNode | null;
  text: null;
}

/** A run of characters; its line is that of its first character. */
export interface PageText {
  text: string;
  line: number;
  parent: PageElement | null;
  previous: PageNode | null;
  next: PageNode | null;
}

export type PageNode = PageElement | PageText;

/** Makes an element without links. */
export function createPageElement(name: string, namespace: string, attributes: string, line: number): PageElement {
  return {
    name,
    attributes,
    namespace,
    line,
    parent: null,
    previous: null,
    next: null,
    first: null,
    last: null,
    text: null,
  };
}

/** Takes a node out of its parent, in constant time. */
export function detachPageNode(node: PageNode): void {
  const { parent, previous, next } = node;
  if (parent === null) return;
  if (previous === null) parent.first = next;
  else previous.next = next;
  if (next === null) parent.last = previous;
  else next.previous = previous;
  node.parent = node.previous = node.next = null;
}

/** Puts a node before `reference`, or at the end where that is null, in constant time. */
export function insertPageNode(parent: PageElement, node: PageNode, reference: PageNode | null): void {
  detachPageNode(node);
  const previous = reference === null ? parent.last : reference.previous;
  node.parent = parent;
  node.previous = previous;
  node.next = reference;
  if (previous === null) parent.first = node;
  else previous.next = node;
  if (reference === null) parent.last = node;
  else reference.previous = node;
}
