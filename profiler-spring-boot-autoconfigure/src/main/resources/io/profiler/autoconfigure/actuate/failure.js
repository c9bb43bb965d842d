const message = visible(JSON.parse(byId('data').textContent), 2000);
byId('message').textContent = message.slice(0, 1).toUpperCase() + message.slice(1) + '.';
byId('list').href = location.pathname.replace(/\/[^/]*\/?$/, '');
