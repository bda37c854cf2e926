db.createCollection('items');
