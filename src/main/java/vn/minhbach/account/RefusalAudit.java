package vn.minhbach.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.web.RefusalListener;

/** Writes down who was refused at which door. */
@ApplicationScoped
public class RefusalAudit implements RefusalListener {

    @Inject
    Audit audit;

    @Override
    public void refused(Actor actor, Permission permission, String path) {
        audit.refused(actor, Audit.Deed.of(permission, "", path));
    }
}
