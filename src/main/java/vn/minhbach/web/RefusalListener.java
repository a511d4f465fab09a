package vn.minhbach.web;

import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** Is told when somebody who is signed in asked for an address for which they have no permission: for the audit. */
public interface RefusalListener {

    void refused(Actor actor, Permission permission, String path);
}
