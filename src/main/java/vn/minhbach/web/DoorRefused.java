package vn.minhbach.web;

import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** Somebody who is signed in asked for an address for which they have no permission; fired for the audit. */
public record DoorRefused(Actor actor, Permission permission, String path) {}
