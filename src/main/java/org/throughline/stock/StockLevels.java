package org.throughline.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.throughline.shared.Answer;
import org.throughline.shared.ItemId;
import org.throughline.shared.MaxAge;

/** The stock of an ERP. */
public interface StockLevels {

    /**
     * The stock of the items, one level for each warehouse that has, owes or expects some, and perhaps for others, in the order of
     * {@link #warehouses}. Items without stock and unknown ids are left out. Any number of ids, duplicates allowed.
     */
    Answer<Map<ItemId, List<StockLevel>>> of(Collection<ItemId> items, MaxAge maxAge);

    /** All warehouses, in the order in which they are preferred to deliver from. */
    Answer<List<Warehouse>> warehouses(MaxAge maxAge);
}
