package org.throughline.history;

import java.time.LocalDate;
import org.throughline.shared.ItemId;

/**
 * Which service contracts are wanted.
 *
 * @param activeOn a day on which they must be in force; null for any
 * @param item one that they must cover, by itself, by its group, or with everything; null for any
 */
public record ContractFilter(LocalDate activeOn, ItemId item) {

    public static final ContractFilter ALL = new ContractFilter(null, null);
}
