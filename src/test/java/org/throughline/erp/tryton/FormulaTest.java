package org.throughline.erp.tryton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas of price lists are read as Python reads them. */
class FormulaTest {

    private static final Map<String, BigDecimal> NAMES = Map.of(
            "list_price", new BigDecimal("7.35"),
            "unit_price", new BigDecimal("7.35"),
            "cost_price", new BigDecimal("4.41"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit_price | 7.35",
                "list_price * 0.80 | 5.8800",
                "list_price*(1 - 0.1) | 6.615",
                "Decimal(\"6.10\") | 6.10",
                "Decimal('5.25') + 1 | 6.25",
                "cost_price * 1.5 + 2 / 4 | 7.115",
                "-(-list_price) - +.35 | 7",
                "2 - 3 - 4 | -5",
                "8 / 4 / 2 | 1",
                "list_price / 3 | 2.45",
                "10 / 3 | 3.333333333333333333333333333",
            })
    void arithmeticIsComputedAsPythonDoes(String formula, BigDecimal value) throws Formula.Unreadable {
        assertThat(Formula.value(formula, NAMES)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list_price *",
                "list_price if unit_price else 0",
                "max(list_price, cost_price)",
                "list_price ** 2",
                "weight * 2",
                "(list_price",
                "list_price)",
                "Decimal(\"six\")",
                "1 / 0",
                "2 3",
            })
    void whatIsNoArithmeticIsNotRead(String formula) {
        assertThatExceptionOfType(Formula.Unreadable.class).isThrownBy(() -> Formula.value(formula, NAMES));
    }

    @Test
    void aNameWithoutAValueIsNotRead() {
        assertThatExceptionOfType(Formula.Unreadable.class)
                .isThrownBy(() -> Formula.value("list_price", Map.of("cost_price", BigDecimal.ONE)));
    }
}
