package vn.minhbach.account;

import java.util.List;
import vn.minhbach.privacy.SealedColumn;
import vn.minhbach.privacy.SealedColumns;

/** The column in which it lies sealed what somebody's telephone shares with the portal: in another account's row it does not open. */
public final class AccountSeals implements SealedColumns {

    static final SealedColumn TOTP = SealedColumn.of("account_totp", "user_id", "secret_sealed", "user_id")
            .formerlyBoundTo("user_id");

    @Override
    public List<SealedColumn> columns() {
        return List.of(TOTP);
    }
}
