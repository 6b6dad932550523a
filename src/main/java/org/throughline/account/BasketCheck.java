package org.throughline.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.throughline.account.BasketPrices.PricedBasket;
import org.throughline.account.Proposal.Basket;
import org.throughline.account.Proposal.Line;
import org.throughline.shared.MaxAge;
import org.throughline.shared.Money;
import org.throughline.shared.ServiceFault;

/** Finds out how much of a basket one account's credit allows; every quantity told was priced and passed. */
final class BasketCheck {

    /** Shares of the basket are looked at to a tenth of a per mille. */
    private static final int SHARE_DECIMALS = 4;

    private final BasketPrices prices;
    private final CreditStatus status;
    private final Basket basket;
    private final PricedBasket priced;
    private final List<Integer> decimals;
    private final CreditVerdict verdict;

    /** @param verdict on the whole basket as priced */
    BasketCheck(BasketPrices prices, CreditStatus status, Basket basket, PricedBasket priced, CreditVerdict verdict) {
        this.prices = prices;
        this.status = status;
        this.basket = basket;
        this.priced = priced;
        this.decimals = prices.decimals(basket, MaxAge.ANY);
        this.verdict = verdict;
    }

    BasketVerdict verdict() {
        Optional<List<BigDecimal>> together = together();
        List<BasketVerdict.Line> lines = new ArrayList<>();
        for (int i = 0; i < basket.lines().size(); i++) {
            Line line = basket.lines().get(i);
            BigDecimal reduced = together.isPresent() ? together.get().get(i) : BigDecimal.ZERO;
            String unit = priced.lines().get(i).unit();
            lines.add(new BasketVerdict.Line(line.item(), unit, line.quantity(), largest(i), reduced));
        }
        return new BasketVerdict(lines);
    }

    private Optional<BigDecimal> largest(int index) {
        if (verdict.largest().isEmpty()) {
            return Optional.empty();
        }
        if (nothingPasses()) {
            return Optional.of(BigDecimal.ZERO);
        }
        return new LargestQuantity(
                        decimals.get(index),
                        quantity -> passes(basket.with(index, quantity)),
                        quantity -> nextBreak(index, quantity))
                .search(basket.lines().get(index).quantity());
    }

    private boolean nothingPasses() {
        return verdict.largest().get().amount().signum() == 0;
    }

    /** @return empty when no share of the basket passes */
    private Optional<List<BigDecimal>> together() {
        if (verdict.passes()) {
            return Optional.of(basket.lines().stream().map(Line::quantity).toList());
        }
        if (verdict.largest().isEmpty() || nothingPasses()) {
            return Optional.empty();
        }
        int all = BigDecimal.ONE.movePointRight(SHARE_DECIMALS).intValueExact();
        int passing = 0;
        int failing = all;
        while (failing - passing > 1) {
            int middle = (passing + failing) / 2;
            if (passes(ordered(quantities(middle)))) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return Optional.of(quantities(passing));
    }

    private List<BigDecimal> quantities(int share) {
        BigDecimal factor = BigDecimal.valueOf(share, SHARE_DECIMALS);
        return IntStream.range(0, basket.lines().size())
                .mapToObj(i ->
                        basket.lines().get(i).quantity().multiply(factor).setScale(decimals.get(i), RoundingMode.DOWN))
                .toList();
    }

    private Basket ordered(List<BigDecimal> quantities) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            if (quantities.get(i).signum() > 0) {
                lines.add(basket.lines().get(i).with(quantities.get(i)));
            }
        }
        return new Basket(basket.currency(), lines);
    }

    /** What cannot be priced, for being too much or too little, does not pass; nothing at all does. */
    private boolean passes(Basket candidate) {
        if (candidate.lines().isEmpty()) {
            return true;
        }
        Money allowed = verdict.largest().get();
        try {
            return price(candidate).counted(status).amount().compareTo(allowed.amount()) <= 0;
        } catch (ServiceFault notSold) {
            return false;
        }
    }

    private Optional<BigDecimal> nextBreak(int index, BigDecimal quantity) {
        try {
            return price(basket.with(index, quantity)).lines().get(index).nextBreak();
        } catch (ServiceFault notSold) {
            return Optional.empty();
        }
    }

    /** The prices were read for the first look at the basket; the search goes on with the same. */
    private PricedBasket price(Basket candidate) {
        return prices.price(status.account(), candidate, MaxAge.ANY);
    }
}
