package org.throughline.stock;

/** An ERP that holds the items of {@link ItemsContract#ITEMS}, and perhaps others whose words and groups are none of theirs. */
public interface ItemsWorld {

    Items items();

    /** How the ERP knows one of the items: without what it has no place for, in its own codes, with its own time of change. */
    Item kept(Item item);
}
