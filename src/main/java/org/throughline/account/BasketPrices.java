package org.throughline.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.throughline.shared.AccountId;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;

/** What baskets would cost as orders of today. Whoever prices orders answers this; accounts know nothing of prices. */
public interface BasketPrices {

    /**
     * @throws org.throughline.shared.ServiceFault with all that is wrong, at line[n].item, .quantity, .unit, as the order
     *     would be refused
     */
    PricedBasket price(AccountId account, Proposal.Basket basket, MaxAge maxAge);

    /**
     * How many decimals a quantity of each line may have.
     *
     * @param basket that was priced, so that its items and units exist
     */
    List<Integer> decimals(Proposal.Basket basket, MaxAge maxAge);

    /**
     * @param net without tax
     * @param gross with tax
     * @param lines in the order asked
     */
    record PricedBasket(Money net, Money gross, List<PricedLine> lines) {

        public PricedBasket {
            lines = List.copyOf(lines);
        }

        /** What of it an account's credit is asked for. */
        Money counted(CreditStatus status) {
            return status.ordersWithTax() ? gross : net;
        }
    }

    /**
     * @param unit that quantities are in
     * @param nextBreak the next larger quantity at which a unit costs less; empty when there is none
     */
    record PricedLine(String unit, Optional<BigDecimal> nextBreak) {}
}
