package vn.minhbach.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.minhbach.access.Acting;

/** Seals at the start what telephones share with the portal and was kept in clear, while it had no key or did not seal such things yet. */
@Singleton
@Startup
@DependsOn("Migrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class SecretSealer {

    private static final Logger LOG = Logger.getLogger(SecretSealer.class.getName());

    @Inject
    SecondFactors factors;

    @PostConstruct
    void seal() {
        try {
            int sealed = Acting.asPortal(() -> factors.sealSecrets());
            if (sealed > 0) {
                LOG.log(Level.INFO, "{0} secrets of second factors that lay in clear are sealed now", sealed);
            }
        } catch (RuntimeException e) {
            // They open in clear as before, and the next start tries again.
            LOG.log(Level.WARNING, "Secrets of second factors could not be sealed", e);
        }
    }
}
