package org.throughline.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two rules about the same thing whose days do not follow each other.
 *
 * @param earlier the rule that begins first; of the same day, the one given first
 * @param later the other
 * @param overlap whether both hold on a day; else there is a gap between them
 * @param from first day of the overlap or gap
 * @param until the day after its last; null when it does not end
 */
public record TaxRuleConflict(TaxRule earlier, TaxRule later, boolean overlap, LocalDate from, LocalDate until) {

    /** What rules must not say twice, and not leave out for some days once they have begun. */
    private record Subject(
            String country,
            String region,
            String postalPattern,
            String taxClass,
            Buyers buyers,
            String jurisdiction,
            String taxName) {

        static Subject of(TaxRule rule) {
            TaxLevy levy = rule.levy();
            return new Subject(
                    rule.country(),
                    new TaxPlace(rule.country(), rule.region(), null).compactRegion(),
                    rule.postalPattern(),
                    rule.taxClass(),
                    rule.buyers(),
                    levy == null ? null : levy.jurisdiction(),
                    levy == null ? null : levy.name());
        }
    }

    /**
     * The gaps and overlaps of a table. Rules are about the same thing when country, region, postal codes, tax class,
     * buyers, jurisdiction and name of the tax are the same.
     *
     * @param present rules that hold already; one without an end gives way to an added one that begins later
     * @param added rules to be added to them
     * @return those in which an added rule takes part, by subject and first day; empty when all is well
     */
    public static List<TaxRuleConflict> of(List<TaxRule> present, List<TaxRule> added) {
        Map<Subject, List<Entry>> subjects = new LinkedHashMap<>();
        added.forEach(rule -> subjects.computeIfAbsent(Subject.of(rule), subject -> new ArrayList<>())
                .add(new Entry(rule, true)));
        present.forEach(rule -> {
            List<Entry> entries = subjects.get(Subject.of(rule));
            if (entries != null) {
                entries.add(new Entry(rule, false));
            }
        });
        List<TaxRuleConflict> conflicts = new ArrayList<>();
        subjects.values().forEach(entries -> compare(entries, conflicts));
        return conflicts;
    }

    private record Entry(TaxRule rule, boolean added) {

        /** @return null for ever */
        LocalDate until(Entry next) {
            boolean givesWay =
                    !added && next.added && rule.until() == null && rule.from().isBefore(next.rule.from());
            return givesWay ? next.rule.from() : rule.until();
        }
    }

    private static void compare(List<Entry> entries, List<TaxRuleConflict> conflicts) {
        entries.sort(Comparator.comparing(entry -> entry.rule.from()));
        Entry last = entries.get(0);
        for (Entry next : entries.subList(1, entries.size())) {
            LocalDate end = last.until(next);
            if (last.added || next.added) {
                compare(last, end, next, conflicts);
            }
            boolean reachesFurther = end != null
                    && (next.rule.until() == null || next.rule.until().isAfter(end));
            last = reachesFurther ? next : last;
        }
    }

    private static void compare(Entry last, LocalDate end, Entry next, List<TaxRuleConflict> conflicts) {
        LocalDate begin = next.rule.from();
        if (end == null || begin.isBefore(end)) {
            conflicts.add(new TaxRuleConflict(last.rule, next.rule, true, begin, earliest(end, next.rule.until())));
        } else if (begin.isAfter(end)) {
            conflicts.add(new TaxRuleConflict(last.rule, next.rule, false, end, begin));
        }
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
