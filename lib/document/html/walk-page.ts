import type { PageElement, PageNode, PageText } from "./page-node.ts";

/** What to do at each node; `enter` answers whether to go into the element. */
export interface PageVisitor {
  text(node: PageText): void;
  enter(element: PageElement): boolean;
  leave(element: PageElement): void;
}

/** Visits everything below `root` in document order, without recursion: pages nest as deep as they like. */
export function walkPage(root: PageElement, visitor: PageVisitor): void {
  let node: PageNode | null = root.first;
  while (node !== null) {
    if (node.text !== null) visitor.text(node);
    else if (visitor.enter(node)) {
      if (node.first !== null) {
        node = node.first;
        continue;
      }
      visitor.leave(node);
    }
    while (node !== null && node.next === null) {
      const parent: PageElement | null = node.parent;
      if (parent === root || parent === null) return;
      visitor.leave(parent);
      node = parent;
    }
    node = node?.next ?? null;
  }
}
