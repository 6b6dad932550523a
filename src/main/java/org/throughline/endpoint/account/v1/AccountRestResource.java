package org.throughline.endpoint.account.v1;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.endpoint.common.v1.ServiceInfos;
import org.throughline.wire.common.v1.ServiceInfoType;

/** The account service over REST. */
@RestController
@RequestMapping("/api/v1/account")
class AccountRestResource {

    private final ServiceInfos infos;

    AccountRestResource(ServiceInfos infos) {
        this.infos = infos;
    }

    @GetMapping("/ping")
    ServiceInfoType ping() {
        return infos.of("account");
    }
}
