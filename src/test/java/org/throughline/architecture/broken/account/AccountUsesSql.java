package org.throughline.architecture.broken.account;

import java.sql.Connection;

class AccountUsesSql {

    Connection used;
}
