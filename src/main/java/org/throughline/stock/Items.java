package org.throughline.stock;

import java.util.Collection;
import java.util.Map;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Page;
import org.throughline.shared.PageRequest;

/** The items of an ERP. */
public interface Items {

    /** The items that exist among those asked for; unknown ids are left out. Any number of ids, duplicates allowed. */
    Answer<Map<ItemId, Item>> get(Collection<ItemId> ids, MaxAge maxAge);

    /**
     * A page of items in a stable order; by time of change when the filter says since when.
     *
     * @throws org.throughline.shared.ServiceFault INVALID_CURSOR
     */
    Answer<Page<Item>> find(ItemFilter filter, PageRequest page, MaxAge maxAge);
}
