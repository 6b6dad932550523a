package org.throughline.account;

import java.util.List;
import org.throughline.shared.AccountId;
import org.throughline.shared.Erp;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.ServiceFault;

/** Which datasets are connected. */
final class Datasets {

    private Datasets() {}

    /** @throws ServiceFault DATASET_NOT_FOUND when the account is not in the dataset of the ERP */
    static void require(Erp erp, AccountId account, String path) {
        if (!account.dataset().equals(erp.dataset())) {
            throw new ServiceFault(ErrorCode.DATASET_NOT_FOUND
                    .at(path + ".dataset")
                    .withRemedy(Remedy.oneOf("Name a dataset that is connected.", List.of(erp.dataset()))));
        }
    }
}
