package org.throughline.erp.tryton;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;
import org.throughline.tax.TaxParty;

/** The company that sells, as far as tax asks. */
@Component
class TrytonSeller {

    private final TrytonClient tryton;
    private final Kept<TaxParty> seller;

    TrytonSeller(TrytonClient tryton, Clock clock) {
        this.tryton = tryton;
        this.seller = new Kept<>(this::read, clock);
    }

    /** @throws ServiceFault NOT_SUPPORTED_BY_ERP when Tryton does not know the company's country */
    TaxParty get() {
        return seller.get();
    }

    private TaxParty read() {
        TrytonRecord company = tryton.read(
                        "company.company",
                        List.of(tryton.company()),
                        List.of("party.tax_identifier.code", "party.addresses.country.code"),
                        Map.of())
                .get(0);
        TrytonRecord party = company.related("party").orElseThrow();
        String country = party.all("addresses").stream()
                .map(address -> address.text("country.code"))
                .filter(code -> code != null)
                .findFirst()
                .orElseThrow(() -> new ServiceFault(ErrorCode.NOT_SUPPORTED_BY_ERP.at(
                        "", "Tryton has no address of the company, so it is not known where it is taxed.")));
        return new TaxParty(country, party.text("tax_identifier.code"), false);
    }
}
