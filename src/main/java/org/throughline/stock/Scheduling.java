package org.throughline.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what can be delivered when. Pure functions of their arguments. */
final class Scheduling {

    private Scheduling() {}

    /**
     * What somebody wants.
     *
     * @param quantity in the unit
     * @param requiredOn not before today
     * @param warehouse the only one that may deliver; empty for any
     * @param leadDay when goods that are ordered in today can be delivered, in any quantity; empty when none can be
     */
    record Demand(
            BigDecimal quantity,
            ItemUnit unit,
            LocalDate requiredOn,
            Optional<String> warehouse,
            boolean partialAllowed,
            Optional<LocalDate> leadDay) {}

    /**
     * @param left the lots without what is promised
     */
    record Outcome(Promise promise, List<Lot> left) {}

    /**
     * Takes the lots in their order, then orders in what is missing. Goods that would arrive too late, and later than
     * goods ordered in today, are left alone. A unit that cannot be divided is filled from one warehouse, if need be
     * from several lots. A complete delivery leaves on the day on which its last part is there; when it cannot become
     * complete, nothing is promised.
     *
     * @param lots the earliest first
     */
    static Outcome schedule(List<Lot> lots, Demand demand) {
        List<ScheduleLine> parts = fill(lots, demand);
        BigDecimal confirmed = total(parts);
        boolean complete = confirmed.compareTo(demand.quantity()) == 0;
        List<ScheduleLine> schedule = demand.partialAllowed() ? parts : complete ? together(parts) : List.of();
        Promise promise = new Promise(
                total(schedule),
                total(parts.stream()
                        .filter(part -> part.on().equals(demand.requiredOn()))
                        .toList()),
                complete,
                complete ? Optional.of(last(parts)) : Optional.empty(),
                schedule);
        return new Outcome(promise, without(lots, schedule, demand.unit()));
    }

    private static List<ScheduleLine> fill(List<Lot> lots, Demand demand) {
        List<ScheduleLine> parts = new ArrayList<>();
        Map<String, BigDecimal> loose = new HashMap<>();
        BigDecimal missing = demand.quantity();
        for (Lot lot : lots) {
            if (missing.signum() > 0 && usable(lot, demand)) {
                BigDecimal there =
                        loose.getOrDefault(lot.warehouse(), BigDecimal.ZERO).add(lot.quantity());
                BigDecimal taken = wholeUnits(there, demand.unit()).min(missing);
                loose.put(lot.warehouse(), there.subtract(demand.unit().toBase(taken)));
                missing = missing.subtract(taken);
                add(parts, lot.from(), taken, Optional.of(lot.warehouse()), lot.origin(), demand);
            }
        }
        if (demand.leadDay().isPresent()) {
            add(parts, demand.leadDay().get(), missing, demand.warehouse(), Origin.LEAD_TIME, demand);
        }
        return parts;
    }

    /** Goods that come after the required day are worth waiting for only when ordering in is not quicker. */
    private static boolean usable(Lot lot, Demand demand) {
        return demand.warehouse().map(lot.warehouse()::equals).orElse(true)
                && (demand.leadDay().map(day -> !lot.from().isAfter(day)).orElse(true)
                        || !lot.from().isAfter(demand.requiredOn()));
    }

    private static BigDecimal wholeUnits(BigDecimal base, ItemUnit unit) {
        return base.divide(unit.factor(), unit.decimals(), RoundingMode.DOWN);
    }

    private static void add(
            List<ScheduleLine> parts,
            LocalDate from,
            BigDecimal quantity,
            Optional<String> warehouse,
            Origin origin,
            Demand demand) {
        if (quantity.signum() > 0) {
            LocalDate on = from.isAfter(demand.requiredOn()) ? from : demand.requiredOn();
            merge(parts, new ScheduleLine(on, quantity, warehouse, origin));
        }
    }

    private static List<ScheduleLine> together(List<ScheduleLine> parts) {
        List<ScheduleLine> together = new ArrayList<>();
        for (ScheduleLine part : parts) {
            merge(together, new ScheduleLine(last(parts), part.quantity(), part.warehouse(), part.origin()));
        }
        return together;
    }

    private static void merge(List<ScheduleLine> lines, ScheduleLine more) {
        for (int i = 0; i < lines.size(); i++) {
            ScheduleLine line = lines.get(i);
            if (line.on().equals(more.on())
                    && line.warehouse().equals(more.warehouse())
                    && line.origin() == more.origin()) {
                BigDecimal sum = line.quantity().add(more.quantity());
                lines.set(i, new ScheduleLine(line.on(), sum, line.warehouse(), line.origin()));
                return;
            }
        }
        lines.add(more);
    }

    private static List<Lot> without(List<Lot> lots, List<ScheduleLine> schedule, ItemUnit unit) {
        Map<String, BigDecimal> promised = new HashMap<>();
        for (ScheduleLine line : schedule) {
            if (line.origin() != Origin.LEAD_TIME) {
                promised.merge(line.warehouse().orElseThrow(), unit.toBase(line.quantity()), BigDecimal::add);
            }
        }
        List<Lot> left = new ArrayList<>();
        for (Lot lot : lots) {
            BigDecimal claim = promised.getOrDefault(lot.warehouse(), BigDecimal.ZERO);
            BigDecimal taken = claim.min(lot.quantity());
            promised.put(lot.warehouse(), claim.subtract(taken));
            if (taken.compareTo(lot.quantity()) < 0) {
                left.add(lot.withQuantity(lot.quantity().subtract(taken)));
            }
        }
        return left;
    }

    private static BigDecimal total(List<ScheduleLine> lines) {
        return lines.stream().map(ScheduleLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate last(List<ScheduleLine> parts) {
        return parts.stream().map(ScheduleLine::on).max(LocalDate::compareTo).orElseThrow();
    }
}
