package org.throughline.erp.embedded.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.throughline.shared.TaxCategory;
import org.throughline.tax.TaxRule;
import tools.jackson.databind.JsonNode;

/** What the table of rates says of one country. */
final class VatRatesCountry {

    /** What the table writes for "ever since". */
    private static final String EVER = "0000-01-01";

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String file;
    private final String country;
    private final Problems problems;
    private final Map<LocalDate, Entry> byFirstDay = new TreeMap<>(Comparator.reverseOrder());
    private boolean wrong;

    VatRatesCountry(String file, String country, Problems problems) {
        this.file = file;
        this.country = country;
        this.problems = problems;
    }

    void wrong(long line, String reason) {
        wrong = true;
        problems.add(file, line, country + ": " + reason);
    }

    /** Takes the rates since a day. */
    void add(JsonNode rates, long line) {
        if (!country.matches("[A-Z]{2}")) {
            wrong(line, "A country has two capital letters.");
            return;
        }
        try {
            LocalDate from = firstDay(rates.path("effective_from").asString(""));
            if (byFirstDay.putIfAbsent(from, new Entry(rates, line)) != null) {
                wrong(line, "There are two entries for the same day.");
            }
        } catch (DateTimeException e) {
            wrong(line, "\"effective_from\" is not a day.");
        }
    }

    /** All rules of the country; none when anything is wrong. */
    List<TaxRule> rules() {
        List<TaxRule> rules = new ArrayList<>();
        LocalDate until = null;
        for (Map.Entry<LocalDate, Entry> entry : byFirstDay.entrySet()) {
            new Rates(entry.getKey(), until, entry.getValue().line).addTo(rules, entry.getValue().rates);
            until = entry.getKey();
        }
        return wrong ? List.of() : rules;
    }

    private static LocalDate firstDay(String text) {
        return text.equals(EVER) ? FIRST_DAY : LocalDate.parse(text);
    }

    private record Entry(JsonNode rates, long line) {}

    /** The rates of one span of days. */
    private final class Rates {

        private final LocalDate from;
        private final LocalDate until;
        private final long line;

        private Rates(LocalDate from, LocalDate until, long line) {
            this.from = from;
            this.until = until;
            this.line = line;
        }

        private void addTo(List<TaxRule> rules, JsonNode entry) {
            if (entry.path("rates").isEmpty()) {
                wrong(line, "An entry has \"rates\".");
            }
            entry.path("rates").properties().forEach(rate -> {
                if (isRate(rate.getValue())) {
                    rules.add(rate(rate.getKey(), rate.getValue().decimalValue()));
                }
            });
            entry.path("exceptions").forEach(area -> addArea(rules, area));
        }

        private boolean isRate(JsonNode value) {
            boolean right = value.isNumber()
                    && value.decimalValue().signum() >= 0
                    && value.decimalValue().compareTo(HUNDRED) <= 0;
            if (!right) {
                wrong(line, "A rate is a number from 0 to 100.");
            }
            return right;
        }

        private TaxRule rate(String name, BigDecimal percent) {
            String taxClass = code(name);
            TaxCategory category = percent.signum() == 0 ? TaxCategory.Z : TaxCategory.S;
            return rule(taxClass, taxClass, null, category, percent, null, null);
        }

        private void addArea(List<TaxRule> rules, JsonNode area) {
            String name = area.path("name").asString("");
            String postcodes = area.path("postcode").asString("");
            JsonNode standard = area.path("standard");
            if (name.isBlank() || !isPattern(postcodes)) {
                wrong(line, "An exception has a name and a pattern of postal codes.");
            } else if (isRate(standard)) {
                rules.add(area(name, postcodes, standard.decimalValue()));
            }
        }

        /** An area without tax lies outside the tax territory, whatever is delivered there. */
        private TaxRule area(String name, String postcodes, BigDecimal percent) {
            return percent.signum() == 0
                    ? rule(
                            code(name),
                            TaxRule.ANY_CLASS,
                            postcodes,
                            TaxCategory.G,
                            percent,
                            "VATEX-EU-G",
                            name + " is outside the tax territory")
                    : rule(code(name), "STANDARD", postcodes, TaxCategory.S, percent, null, null);
        }

        private boolean isPattern(String postcodes) {
            try {
                return !Pattern.compile(postcodes).pattern().isBlank();
            } catch (PatternSyntaxException e) {
                return false;
            }
        }

        private TaxRule rule(
                String name,
                String taxClass,
                String postcodes,
                TaxCategory category,
                BigDecimal percent,
                String reasonCode,
                String reason) {
            return new TaxRule(
                    "VAT-" + country + "-" + name + "-" + from,
                    country,
                    taxClass,
                    null,
                    postcodes,
                    category,
                    percent,
                    reasonCode,
                    reason,
                    from,
                    until);
        }

        private static String code(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9_]+", "-");
        }
    }
}
