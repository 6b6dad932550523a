package org.throughline.tax;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.throughline.shared.Remedy;

/**
 * All tax rules of a country, prepared so that a place is looked up once and not for every line. Immutable to its users and
 * safe for many threads.
 */
public final class TaxTable {

    /** A country without rules. */
    public static final TaxTable EMPTY = new TaxTable(List.of());

    /** Places remembered; a table is asked for a few places over and over. */
    private static final int REMEMBERED = 2_000;

    private final List<TaxRule> rules;
    private final AreaRule[] areas;
    private final Map<PlaceAndDay, PlaceRules> remembered = new ConcurrentHashMap<>();

    private TaxTable(List<TaxRule> rules) {
        this.rules = rules;
        this.areas = rules.stream().map(AreaRule::new).toArray(AreaRule[]::new);
    }

    /**
     * @param rules of one country, whatever their dates
     * @throws java.util.regex.PatternSyntaxException when a pattern of postal codes is none
     */
    public static TaxTable of(List<TaxRule> rules) {
        return rules.isEmpty() ? EMPTY : new TaxTable(List.copyOf(rules));
    }

    public List<TaxRule> rules() {
        return rules;
    }

    /** The codes of the tax classes that the country has rules for, by alphabet. */
    List<String> taxClasses() {
        TreeSet<String> codes = new TreeSet<>();
        for (TaxRule rule : rules) {
            if (!rule.taxClass().equals(TaxRule.ANY_CLASS)) {
                codes.add(rule.taxClass());
            }
        }
        return List.copyOf(codes);
    }

    /** Whether there is a rule for the class on any day. */
    boolean knows(String taxClass) {
        for (TaxRule rule : rules) {
            if (rule.isFor(taxClass)) {
                return true;
            }
        }
        return false;
    }

    /** On which days there is a rule for the class, for people. */
    Remedy daysOf(String taxClass) {
        LocalDate first = null;
        LocalDate last = LocalDate.MIN;
        for (TaxRule rule : rules) {
            if (rule.isFor(taxClass)) {
                first = first == null || rule.from().isBefore(first) ? rule.from() : first;
                last = rule.until() == null ? LocalDate.MAX : rule.until().isAfter(last) ? rule.until() : last;
            }
        }
        return first == null
                ? Remedy.NONE
                : Remedy.of("There are rules for the class from " + first
                        + (last.equals(LocalDate.MAX) ? " on." : " until " + last.minusDays(1) + "."));
    }

    /** What holds at a place on a day. */
    PlaceRules at(TaxPlace place, LocalDate day) {
        PlaceAndDay key = new PlaceAndDay(place, day);
        PlaceRules known = remembered.get(key);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        PlaceRules found = PlaceRules.of(areas, place, day);
        remembered.put(key, found);
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaxTable table && rules.equals(table.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    @Override
    public String toString() {
        return rules.toString();
    }

    private record PlaceAndDay(TaxPlace place, LocalDate day) {}
}
