package org.throughline.erp.tryton;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.throughline.account.PaymentTerms;

/** Tryton's payment terms. They have no code but their id in the database, and know no discount for paying early. */
final class TrytonTerms {

    private static final List<String> FIELDS =
            List.of("name", "lines.relativedeltas.days", "lines.relativedeltas.weeks");

    /** What makes a day of the calendar. */
    private static final List<String> CALENDAR = List.of("months", "day", "month", "weekday");

    private static final int WEEK = 7;

    private TrytonTerms() {}

    /** What has to be read of the terms that a field points to. */
    static List<String> fields(String field) {
        return Stream.concat(FIELDS.stream(), CALENDAR.stream().map(each -> "lines.relativedeltas." + each))
                .map(each -> field + "." + each)
                .toList();
    }

    /** Null without terms. */
    static PaymentTerms of(TrytonRecord account, String field) {
        return account.related(field).map(TrytonTerms::terms).orElse(null);
    }

    private static PaymentTerms terms(TrytonRecord row) {
        return new PaymentTerms(Long.toString(row.id()), row.text("name"), netDays(row.all("lines")), null, null);
    }

    private static Integer netDays(List<TrytonRecord> instalments) {
        if (instalments.size() != 1) {
            return null;
        }
        List<TrytonRecord> delays = instalments.get(0).all("relativedeltas");
        return delays.stream().allMatch(TrytonTerms::isPlain)
                ? delays.stream().mapToInt(TrytonTerms::days).sum()
                : null;
    }

    private static boolean isPlain(TrytonRecord delay) {
        return CALENDAR.stream().map(delay::number).filter(Objects::nonNull).allMatch(Long.valueOf(0)::equals);
    }

    private static int days(TrytonRecord delay) {
        return (int) (number(delay, "days") + WEEK * number(delay, "weeks"));
    }

    private static long number(TrytonRecord delay, String field) {
        return Objects.requireNonNullElse(delay.number(field), 0L);
    }
}
