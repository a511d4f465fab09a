package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.shared.Json;

/** Keeps what the frame says. */
@ApplicationScoped
@Transactional
public class SiteService {

    private static final String PROFILE = "profile";

    @Inject
    SiteRepository blocks;

    @Inject
    ChangeLog changes;

    @Inject
    Clock clock;

    public SiteProfile profile() {
        return blocks.block(PROFILE)
                .map(block -> Json.read(block.getContent(), SiteProfile.class))
                .orElse(SiteProfile.EMPTY);
    }

    @Permit(Permission.KEEP_SITE)
    public void keep(SiteProfile profile) {
        var block = blocks.block(PROFILE).orElseGet(() -> {
            var fresh = new SiteBlock(PROFILE);
            blocks.add(fresh);
            return fresh;
        });
        block.write(Json.write(profile), clock.instant());
        changes.published("site", PROFILE);
    }
}
