package org.throughline.history;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.throughline.shared.ItemId;

/**
 * Whether a customer's item is covered on a day.
 *
 * @param covering the contracts that cover it then; those that cover most first
 * @param verdict why it is covered or not
 */
public record Entitlement(ItemId item, LocalDate day, Verdict verdict, List<CoveringContract> covering) {

    /** The answer, and its reason. */
    public enum Verdict {
        COVERED,
        /** A contract names the item, but is not in force on the day, or does not cover the item on it. */
        NOT_ON_THAT_DAY,
        /** No contract of the customer names the item. */
        NO_CONTRACT
    }

    public Entitlement {
        covering = List.copyOf(covering);
    }

    /** @param naming all contracts of the customer that name the item */
    static Entitlement of(ItemId item, LocalDate day, List<CoveringContract> naming) {
        List<CoveringContract> covering = naming.stream()
                .filter(each -> each.contract().state(day) == ContractState.ACTIVE)
                .filter(each -> each.coverage().holdsOn(day))
                .sorted(Comparator.comparing(
                                (CoveringContract each) -> each.coverage().extent())
                        .reversed()
                        .thenComparing(each -> each.contract().id().value())
                        .thenComparing(each -> each.coverage().number()))
                .toList();
        return new Entitlement(item, day, verdict(naming, covering), covering);
    }

    private static Verdict verdict(List<CoveringContract> naming, List<CoveringContract> covering) {
        if (!covering.isEmpty()) {
            return Verdict.COVERED;
        }
        return naming.isEmpty() ? Verdict.NO_CONTRACT : Verdict.NOT_ON_THAT_DAY;
    }
}
