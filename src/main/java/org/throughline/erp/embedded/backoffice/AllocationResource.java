package org.throughline.erp.embedded.backoffice;

import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.throughline.erp.embedded.OrderAllocation;

/** The run over all orders that wait for stock. */
@BackOfficeResource
@RequestMapping("/backoffice/allocations")
class AllocationResource {

    private final OrderAllocation allocation;

    AllocationResource(OrderAllocation allocation) {
        this.allocation = allocation;
    }

    @PostMapping
    List<AllocationView> run(Body body) {
        return AllocationView.of(allocation.run(body.as(Doer::of).who()));
    }
}
