package org.throughline.erp.embedded.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.throughline.erp.embedded.rows.ErpTable;
import org.throughline.erp.embedded.rows.TaxRows;
import org.throughline.tax.TaxRule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public table of value added tax rates: for each country its rates since a day, the newest first, and areas with rates
 * of their own. The name of a rate becomes the tax class, in capitals: STANDARD, REDUCED1. A country with anything wrong
 * is left out as a whole, because the days of its rates hang together.
 */
final class VatRatesFormat implements ImportPlan {

    private static final List<String> NAMES = List.of("eu-vat-rates.json", "vat-rates.json");

    private final Path file;
    private final JsonMapper json = new JsonMapper();

    VatRatesFormat(Path from) {
        this.file = files(from).get(0);
    }

    static List<Path> files(Path from) {
        return NAMES.stream()
                .map(from::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new ImportFailure("The directory has no " + String.join(" or ", NAMES) + "."));
    }

    @Override
    public List<ImportStep> steps() {
        return List.of(ImportStep.of("tax rules", this::read));
    }

    private void read(Consumer<Importable> sink, Problems problems) {
        try (JsonParser parser = json.createParser(file)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean countries = parser.currentName().equals("items");
                parser.nextToken();
                if (countries) {
                    countries(parser, sink, problems);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new ImportFailure(
                    file.getFileName() + " is not the table of rates: line "
                            + e.getLocation().getLineNr() + " cannot be read.",
                    e);
        }
    }

    private void countries(JsonParser parser, Consumer<Importable> sink, Problems problems) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            VatRatesCountry country =
                    new VatRatesCountry(file.getFileName().toString(), parser.currentName(), problems);
            parser.nextToken();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                country.wrong(parser.currentTokenLocation().getLineNr(), "A country has a list of rates.");
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                country.add(parser.readValueAsTree(), line);
            }
            country.rules().forEach(rule -> sink.accept(importable(rule)));
        }
    }

    private static Importable importable(TaxRule rule) {
        return Importable.of(Kind.TAX_RULE, rule.id(), rows -> rows.add(ErpTable.TAX_RULE, TaxRows.of(rule)));
    }
}
