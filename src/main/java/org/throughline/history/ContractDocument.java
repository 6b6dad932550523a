package org.throughline.history;

import java.util.List;

/** A whole service contract: what it covers, what it brought in and what it cost. */
public record ContractDocument(ServiceContract contract, List<Coverage> coverages, ContractFigures figures) {

    public ContractDocument {
        coverages = List.copyOf(coverages);
    }
}
