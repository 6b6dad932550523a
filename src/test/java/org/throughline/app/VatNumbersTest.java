package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.TaxIds;
import org.throughline.shared.Violation;
import org.throughline.shared.Violations;

/** The numbers are published ones: of authorities' own examples and of companies' imprints. */
class VatNumbersTest {

    private final TaxIds numbers = new VatNumbers();

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
                    # country, number,          finding
                    DE,        DE136695976,     RIGHT
                    DE,        DE 136 695 976,  RIGHT
                    DE,        de136695976,     RIGHT
                    DE,        DE136695977,     WRONG
                    DE,        DE13669597,      WRONG
                    AT,        ATU13585627,     RIGHT
                    AT,        AT13585627,      WRONG
                    FR,        FR40303265045,   RIGHT
                    FR,        FR41303265045,   WRONG
                    NL,        NL004495445B01,  RIGHT
                    BE,        BE0403.019.261,  RIGHT
                    ES,        ESB58378431,     RIGHT
                    IE,        IE6388047V,      RIGHT
                    GR,        EL094259216,     RIGHT
                    GR,        GR094259216,     RIGHT
                    GR,        EL094259217,     WRONG
                    GB,        GB980780684,     RIGHT
                    GB,        GB980780685,     WRONG
                    GB,        XI980780684,     RIGHT
                    XI,        XI980780684,     RIGHT
                    XI,        XI980780685,     WRONG
                    IM,        GB980780684,     RIGHT
                    MC,        FR40303265045,   RIGHT
                    DE,        FR40303265045,   OF_OTHER_COUNTRY
                    DE,        XI980780684,     OF_OTHER_COUNTRY
                    DE,        FR41303265045,   NOT_CHECKED
                    DE,        136695976,       NOT_CHECKED
                    US,        12-3456789,      NOT_CHECKED
                    US,        US123,           NOT_CHECKED
                    DE,        ,                NOT_CHECKED
                    """)
    void isWhatTheDigitsSay(String country, String number, TaxIds.Finding finding) {
        assertThat(numbers.check(country, number)).isEqualTo(finding);
    }

    @Test
    void whatIsWrongIsToldWithoutTheNumber() {
        Violations violations = new Violations();
        numbers.check("DE", "DE136695976", "buyer.taxId", violations);
        assertThat(violations.isEmpty()).isTrue();
        numbers.check("DE", "DE136695977", "buyer.taxId", violations);
        numbers.check("DE", "FR40303265045", "seller.taxId", violations);
        assertThat(violations.found())
                .extracting(Violation::code)
                .containsExactly(ErrorCode.INVALID_TAX_ID, ErrorCode.CONTRADICTORY_PARTIES);
        assertThat(violations.found()).extracting(Violation::path).containsExactly("buyer.taxId", "seller.taxId");
        assertThat(violations.found().toString()).doesNotContain("136695977");
    }
}
